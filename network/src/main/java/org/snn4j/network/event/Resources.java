package org.snn4j.network.event;

/**
 * What connections are made with.
 *
 * @param seed fixes what is drawn
 * @param threads how many threads may work for a simulation in all
 */
record Resources(long seed, int threads) {}
