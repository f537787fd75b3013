/**
 * {@code ./aisle demo}: the product as a story, each step a real call over a public API.
 * What it shows is what the services answer; nothing is prepared.
 */
@NullMarked
package dev.aisle.local.demo;

import org.jspecify.annotations.NullMarked;
