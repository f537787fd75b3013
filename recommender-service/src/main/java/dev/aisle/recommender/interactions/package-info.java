/** What people did with products and were shown, written once. An interaction knows what it may be used for; consent is looked at again before it is written. */
@NullMarked
package dev.aisle.recommender.interactions;

import org.jspecify.annotations.NullMarked;
