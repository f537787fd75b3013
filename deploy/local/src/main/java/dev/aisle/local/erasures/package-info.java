/**
 * The trial of erasures: many people are erased while services are killed, and every receipt is looked at. It runs a stack of its own.
 */
@NullMarked
package dev.aisle.local.erasures;

import org.jspecify.annotations.NullMarked;
