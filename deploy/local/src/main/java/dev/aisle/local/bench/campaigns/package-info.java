/**
 * The figures of campaign-service. The mail server and the vault are played here, so that the service is measured and not they.
 */
@NullMarked
package dev.aisle.local.bench.campaigns;

import org.jspecify.annotations.NullMarked;
