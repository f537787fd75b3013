/** CDNOW, the sample on which the field's models are published, and the laws that what is kept per person obeys. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.customers;
