/** Tests of what is known of people. */
package dev.aisle.profile.people.domain;
