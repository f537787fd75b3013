/** Tests of people against a real broker and database. */
package dev.aisle.profile.people.edge;
