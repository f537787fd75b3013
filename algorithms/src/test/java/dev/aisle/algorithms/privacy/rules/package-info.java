/** The table of rules: its promises in every situation, and what a wrong table is told. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.privacy.rules;
