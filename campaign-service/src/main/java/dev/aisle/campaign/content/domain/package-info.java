/**
 * What campaigns' texts can speak of, and what a template came to. Plain records.
 */
@NullMarked
package dev.aisle.campaign.content.domain;

import org.jspecify.annotations.NullMarked;
