/** Asks every service what it knows of a person and packs the answers into a signed archive that is fetched once. */
@NullMarked
package dev.aisle.privacy.rights.export;

import org.jspecify.annotations.NullMarked;
