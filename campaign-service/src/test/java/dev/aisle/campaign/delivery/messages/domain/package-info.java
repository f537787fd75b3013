@NullMarked
package dev.aisle.campaign.delivery.messages.domain;

import org.jspecify.annotations.NullMarked;
