/** Segments against a real broker and database. */
package dev.aisle.profile.segments;
