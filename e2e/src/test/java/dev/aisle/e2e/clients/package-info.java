/**
 * Published clients, unmodified, against the packaged door: Maven's in this process, npm's in Node, the browsers' in Chromium.
 * What counts is what comes out of refine.
 */
@NullMarked
package dev.aisle.e2e.clients;

import org.jspecify.annotations.NullMarked;
