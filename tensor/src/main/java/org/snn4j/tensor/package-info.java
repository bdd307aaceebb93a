/** snn4j in ND4J: conversion to and from its arrays. */
package org.snn4j.tensor;
