/**
 * English words that are never misspelt forms: common words within a letter of a form ("alone" is not "along"), and the
 * commonest words of all. Endings are understood: "attack" stands for "attacked" too. In alphabetical order.
 */
export const ENGLISH: readonly string[] = `
abort above across again against almost alone already alter although always among ample anyone apart applies aptitude arthritic
aside aspiring attach attitude avert backward backwards baling balled bandy barbed barking baron barrel barter basing basking
bating baton batting battle beacon beading bearding beast beating become began behind below belting bending bents
beside besides beyond biding binding bitter blank blankest bleating bleed blink block blotting blown boars boiled boiling
booming booth both bother bowler braid branch breathe bribe broad broiler brooking brought budged budges buggies
build burner butler butte cabled calmed canny carry carve casing caste cattle ceding certain chair champing chance chant charm chars
cheat cheek chefs chews chill choke chorus chuck clamping clams clans claps clarity clash clasp clause claws cleansing clear
cleaving click close clotting coarse codding colic collage colon combing commend commune competed complain complexion
compliant composed composes conceit concept concern concerto consent contend contest context contrast cooled cooling cooping cording
corking cosmic could cramping create cricked crimp crises crisis crofts crooking crouch crypt culled curing curious curly daring
death decade decode deforming denial deportment deride derision derive desert deterrent devise different dimpling dined dines dinned
directer direr dismount distract ditch doing drank draping drawling dread droll drove drunk dumping during easier easily eastern
either else empire enough entire errant erring even evens ever exactly expanse expect faction false falter farther farting feasting
feather felling fellow fewer fiend fight filed finale fitter flame flogs flood flops flout flush fondle forgot formal forward found
freeze friction friendly fries fright fringe froze funks further fuzzy galley gallop gallows gander gaping garage gating gazing
genie gives glade glove glowing going goofing graceful grainy grant grass great grins gripe grope guess happen hardest hasting
hating having header heard hears heath heeding herding here hickey hidden hiding hinting hiring hoarse hoisting hold hooting horde
hosing hosted hostess hovel hovering however humidify humility include indeed infect inferior infesting ingesting inhale inject
inland insert inside inspect instead intensify internal inventing inverting itself jigging joins jugging just keying knotting ladder
lander lapel larded large lathe launch lesion less lessen libel like likely likes liking lilting lithe little lofting logic loiter
look loud lover loyal lurch lynch macaroni main mania manufacture marital maternal matter mean meantime mediate medicate melting
mends mercy message metro mewing might mind mined minus mixes modal modem modes moment monies monkey mooed mopes mopped motel mouth
multiplies must natty navel near never nimble ninny nippy nothing notice numbed oblong once only onset open otherwise ought ouster
outdoing outside outwit painted palace paltry panel paring parity parring parse parson paste pasties pastry patent patrol payee
pecking pepped peppy perch performed perhaps perking photon pierce pimping pirate pitch plaice plainer playmate please pliant
plumbed plumper plumping plunk poach podding poked pokes pokey pokier police poppy ported porter porting possible potion prank
prayed praying preach premise pretty prevent prick pride prime prince prize probably processor produce prone properly prospectus
protect protector prove published publishes puddling pulping pursue putting putty qualify quantify quick quiet quill quite quota
rabbi racking radius rafting raging raise ranging rankling ransom raring rather ratio ratting raven raving ravish razing reaches
reacted real really reaming reaping rearing rebind receive recite referred reformed regard remain remainder remove rending repaid
repeal repent repetitious resort retort revenge revolution rewind risking robing roost rooter rosier rouge rouse roving ruffle
ruining salving same sapling scandal scant scared scaring scarred scarring scene scooted scope scorch scorn scouring scout scramble
screaming scribble scrimp scroll scuffle sealing second seem seeping select selves seminal send sending sense separate sever several
shack shaft shall sharp shaving sheaf sheer sheller shine shinning shock shook shoring should shrink shying sidling sighs since
singed singes sinner sinning skate skewing skirt slack slake slamming slash slate slaving slaying sleek slewing slice slight
slipping slower slowing slumming smack small smash smelt smiling smock snailing sneak sneakier snoring snout soldiering soled soling
some something sometimes soon sound spaces spanning spare sparred sparring spate spaying speak special spell spewed spewing spied
spine spire spite spitting splat splice splint spoken sprang spreed sprung spurt squid staple stark startled starving stationary
statues staving steal steam steep stick still stinger stirred stirring stoking stolid stomp stone storekeeper stove stowing straight
stream strews string strong strum strut stuck studding stump sturdy submit such suddenly suing summery super supple sure surging
swamp swaying sweat sweetened swell swerve swift switch synopses system tablet tacking talk tamer teaches tell that their then there
these they think thins this thong those though thrash threw through throw tickled tiger timber toddle together toiled tomorrow tonal
tonight toots tough toward tower track trainee translate trawl trick trivial tropic true trunk trust tucked turn twice under
understand untie upon usual vague valve verses very vital vocal vocation vouched vouches vowing wadding wagering wait waiting waits
waning wasting wavering weaving wedging weeing weeping were whale whereas while whose wintry witch within without woman wonder would
wright write writes writhing wrong young your
`
  .trim()
  .split(/\s+/)
