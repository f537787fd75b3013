/**
 * What every route of the service does alike: strict JSON, no caching, named subjects. No decisions.
 */
@NullMarked
package dev.aisle.privacy.shared.edge;

import org.jspecify.annotations.NullMarked;
