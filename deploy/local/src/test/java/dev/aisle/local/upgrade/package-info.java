/** Tests of the upgrade: what the schemas promise to the version before. */
@NullMarked
package dev.aisle.local.upgrade;

import org.jspecify.annotations.NullMarked;
