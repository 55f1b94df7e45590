/** What a computer algebra system is asked: Symja, whose engine is started when first needed. */
package io.github.flowcert.algebra;
