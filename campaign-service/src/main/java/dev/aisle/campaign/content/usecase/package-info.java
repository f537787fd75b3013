/**
 * Templates in a sandbox: they see the values that they are given, and nothing else. Time and output are bounded.
 */
@NullMarked
package dev.aisle.campaign.content.usecase;

import org.jspecify.annotations.NullMarked;
