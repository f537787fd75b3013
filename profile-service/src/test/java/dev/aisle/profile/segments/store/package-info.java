/** The tables of segments. */
package dev.aisle.profile.segments.store;
