/**
 * Journeys over the public APIs against the packaged services. A journey knows only what a customer's code would know.
 */
package dev.aisle.e2e;
