/**
 * Sessions on disk: the store interface and its SQLite implementation. The only package that knows SQL.
 */
@NullMarked
package dev.tracewright.store;

import org.jspecify.annotations.NullMarked;
