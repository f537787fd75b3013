/**
 * The outside world of this service, played. A recommender and an issuer that speak the real protocols.
 */
package dev.aisle.campaign.outside;
