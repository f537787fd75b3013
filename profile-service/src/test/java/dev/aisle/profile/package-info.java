/**
 * Tests of the profile service. Those that end in IT run against a real broker and database.
 */
package dev.aisle.profile;
