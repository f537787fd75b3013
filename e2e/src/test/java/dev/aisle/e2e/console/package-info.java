/** The consoles of the real stack in a real browser. */
package dev.aisle.e2e.console;
