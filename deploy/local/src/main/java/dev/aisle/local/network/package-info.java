/** What can stand between two parts of a stack: ways that are slow, narrow, silent or cut, and doors that change the room behind them. */
@NullMarked
package dev.aisle.local.network;

import org.jspecify.annotations.NullMarked;
