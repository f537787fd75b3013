@NullMarked
package dev.aisle.campaign.results.uplift.domain;

import org.jspecify.annotations.NullMarked;

