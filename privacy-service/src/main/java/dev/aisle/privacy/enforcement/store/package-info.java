/**
 * Where withdrawals lie in the log, and what the enforcement points have told of themselves. No person is named to those.
 */
@NullMarked
package dev.aisle.privacy.enforcement.store;

import org.jspecify.annotations.NullMarked;
