/**
 * What makes campaigns begin for somebody, found out of what happened. Plain Java.
 */
@NullMarked
package dev.aisle.campaign.triggers.domain;

import org.jspecify.annotations.NullMarked;
