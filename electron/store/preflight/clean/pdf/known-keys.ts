const words = (text: string): string[] => text.trim().split(/\s+/u);

/**
 * The keys of dictionaries that say how something looks (ISO 32000-2, chapters 7 to 11), wherever they stand. Whatever else stands in a
 * dictionary, such as facts about the document, remarks, programs, data of other programs, alternatives and descriptions, is not among them.
 */
export const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...words('Type Subtype Filter DecodeParms Predictor Colors BitsPerComponent Columns EarlyChange'),
  ...words('K EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1 DamagedRowsBeforeError'),
  ...words('JBIG2Globals ColorTransform'),
  // Pages and what they draw with.
  ...words('Resources ExtGState ColorSpace Pattern Shading XObject Font ProcSet'),
  ...words('BBox Matrix Group S CS I FormType'),
  ...words('Width Height Intent ImageMask Mask Decode Interpolate SMask SMaskInData Matte'),
  // Fonts.
  ...words('BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts'),
  ...words('CIDSystemInfo DW W DW2 W2 CIDToGIDMap FontBBox FontMatrix CharProcs BaseEncoding'),
  ...words('Differences FontName FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading'),
  ...words('CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2'),
  ...words('FontFile3 CharSet CIDSet FD Lang Length1 Length2 Length3 Registry Ordering Supplement'),
  ...words('CMapName WMode UseCMap'),
  // Graphics state.
  ...words('LW LC LJ ML D RI OP op OPM BG BG2 UCR UCR2 TR TR2 HT FL SM SA BM CA ca AIS TK G BC'),
  // Colours, functions, patterns, shadings, halftones.
  ...words(
    'N Alternate Range WhitePoint BlackPoint Gamma Process Components MixingHints Colorants',
  ),
  ...words('Solidities PrintingOrder DotGain FunctionType Domain Size BitsPerSample Order Encode'),
  ...words('C0 C1 Functions Bounds PatternType PaintType TilingType XStep YStep ShadingType'),
  ...words('Background AntiAlias Function Coords Extend BitsPerCoordinate BitsPerFlag'),
  ...words('VerticesPerRow HalftoneType Frequency Angle SpotFunction AccurateScreens'),
  ...words('TransferFunction Xsquare Ysquare Width2 Height2'),
]);

/** Which layers there are, and which of them are shown. */
export const LAYER_KEYS: ReadonlySet<string> = new Set(
  words(
    'OC OCGs Properties P VE BaseState ON OFF AS Event Category Usage Print PrintState View ViewState Export ExportState Zoom min max',
  ),
);

/** Of resources, and elsewhere: what leads to dictionaries whose keys are names that the file itself gives. */
export const RESOURCE_MAPS: ReadonlySet<string> = new Set(
  words('ExtGState ColorSpace Pattern Shading XObject Font Properties'),
);
export const MAPS: ReadonlySet<string> = new Set(words('Colorants Solidities'));

/** Where a text is needed to draw: names of alphabets, a table of colours. */
export const TEXT_KEYS: ReadonlySet<string> = new Set(words('Registry Ordering CharSet Lookup'));
