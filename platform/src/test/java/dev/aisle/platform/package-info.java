/**
 * Tests of the plumbing against a real broker and database. Nothing here is simulated.
 */
package dev.aisle.platform;
