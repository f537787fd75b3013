/** Tests of people. */
package dev.aisle.profile.people;
