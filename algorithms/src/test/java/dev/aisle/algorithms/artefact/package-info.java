/** Tests of model files. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.artefact;
