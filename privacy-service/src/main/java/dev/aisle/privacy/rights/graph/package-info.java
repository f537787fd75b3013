/** Which pseudonyms one person has: the customer, and the browsers that only this customer uses. */
@NullMarked
package dev.aisle.privacy.rights.graph;

import org.jspecify.annotations.NullMarked;
