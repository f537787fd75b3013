/** What makes campaigns begin for somebody, found out of what happened. */
@NullMarked
package dev.aisle.campaign.delivery.triggers;

import org.jspecify.annotations.NullMarked;
