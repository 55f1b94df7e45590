package io.github.flowcert.claim;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Network;

/**
 * What hypotheses are checked against.
 *
 * @param network the factorization
 * @param initial the start; its unbalancedness is that of the initial factors
 * @param balancedByConstruction whether the initial factors are balanced exactly, in real numbers
 */
public record CaseFacts(Network network, FlowState initial, boolean balancedByConstruction) {}
