/**
 * Several shops in one installation: their services beside each other on one broker and one PostgreSQL, as the chart would run them.
 */
@NullMarked
package dev.aisle.e2e.shops;

import org.jspecify.annotations.NullMarked;
