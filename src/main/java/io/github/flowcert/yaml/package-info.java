/** YAML files whose every node knows where it stands, and the one-line errors about them. */
package io.github.flowcert.yaml;
