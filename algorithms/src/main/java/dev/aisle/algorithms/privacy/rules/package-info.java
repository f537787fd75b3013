/**
 * The consent rules as a table: a file that a privacy officer reads, the interpreter that decides by it, and the promises that no table
 * may break. Begin with {@code consent-rules.csv} and {@link dev.aisle.algorithms.privacy.rules.ConsentRules}.
 */
@NullMarked
package dev.aisle.algorithms.privacy.rules;

import org.jspecify.annotations.NullMarked;
