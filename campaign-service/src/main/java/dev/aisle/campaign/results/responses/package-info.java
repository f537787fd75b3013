@NullMarked
package dev.aisle.campaign.results.responses;

import org.jspecify.annotations.NullMarked;
