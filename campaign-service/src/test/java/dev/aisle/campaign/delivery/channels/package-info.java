@NullMarked
package dev.aisle.campaign.delivery.channels;

import org.jspecify.annotations.NullMarked;
