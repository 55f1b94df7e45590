/** What identifiers mean: claims and families, and the words in which results are told. */
package io.github.flowcert.explain;
