@NullMarked
package dev.aisle.campaign.channels;

import org.jspecify.annotations.NullMarked;
