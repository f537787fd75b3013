/**
 * Tests of the service as a whole, against a real broker and a real database. The recommender and the issuer are the outside world and are played.
 */
package dev.aisle.campaign;
