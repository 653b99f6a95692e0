/** Set by the app on an answer that may be kept, and removed before it leaves: municipality, generation and route. */
export const cacheHeader = 'x-page-cache'
