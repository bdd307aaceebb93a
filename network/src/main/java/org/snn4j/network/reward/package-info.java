/** Reward functions: from the rewards that a world gives to the signal that reward-modulated rules learn from. */
package org.snn4j.network.reward;
