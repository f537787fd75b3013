@NullMarked
package dev.aisle.campaign.results.uplift.model;

import org.jspecify.annotations.NullMarked;
