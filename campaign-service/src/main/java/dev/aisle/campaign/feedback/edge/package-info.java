/**
 * Feedback over HTTP: the shopper's word by the storefront, opens and clicks by links in mails.
 */
@NullMarked
package dev.aisle.campaign.feedback.edge;

import org.jspecify.annotations.NullMarked;
