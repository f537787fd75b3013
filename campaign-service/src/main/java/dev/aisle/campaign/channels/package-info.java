/**
 * The ways out: e-mail over SMTP, signed web hooks, and the vault that knows addresses. What happened to a hand-over is an outcome, never
 * an exception.
 */
@NullMarked
package dev.aisle.campaign.channels;

import org.jspecify.annotations.NullMarked;
