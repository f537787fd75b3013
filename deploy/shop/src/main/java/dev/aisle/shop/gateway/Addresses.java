package dev.aisle.shop.gateway;

import java.net.URI;

/**
 * Where the services are, and with what they let the storefront in.
 *
 * @param tokens   where the issuer gives tokens
 * @param door     event-ingest-service
 * @param recommender recommender-service, where the chat element comes from as well
 * @param campaigns campaign-service
 * @param privacy  privacy-service, where the preference centre comes from as well
 * @param secret   of the storefront's client at the issuer
 * @param writeKey of the door
 */
public record Addresses(
        URI tokens, URI door, URI recommender, URI campaigns, URI privacy, String secret, String writeKey) {}
