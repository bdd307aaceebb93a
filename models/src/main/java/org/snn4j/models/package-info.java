/** Prebuilt networks as records of their parameters. */
package org.snn4j.models;
