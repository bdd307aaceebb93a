/** Immutable arrays with a shape: how numbers cross the simulator's border. */
package org.snn4j.network.array;
