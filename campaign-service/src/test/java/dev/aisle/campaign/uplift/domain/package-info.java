@NullMarked
package dev.aisle.campaign.uplift.domain;

import org.jspecify.annotations.NullMarked;
