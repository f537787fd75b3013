/**
 * Tests that what was once written still reads. Each message has golden bytes and the text they stand for.
 */
package dev.aisle.contracts;
